problem-late-over = Deze bijeenkomst is gesloten
    .detail = Dit kan niet meer vanzelf binnenkomen. Het staat nog op dit apparaat. Bewaar het als bestand en geef dat aan de begeleider.
problem-late-count = Dit is geen aantal
    .detail = Stuur een geheel getal. Er is niets bewaard.
late-wrong-count = Hoeveel er nog op het apparaat staat is een geheel getal van 0 tot en met { $most }.
late-left =
    { $devices ->
        [one] Op één apparaat staat nog { $items } keer iets dat niet is verzonden. Laat dat apparaat aan staan, met netwerk en de pagina open.
       *[other] Op { $devices } apparaten staat samen nog { $items } keer iets dat niet is verzonden. Laat die apparaten aan staan, met netwerk en de pagina open.
    }
late-waiting =
    { $n ->
        [one] Er kwam één stip na het sluiten binnen. Hij telt pas mee als u hem bekijkt, vóór het vrijgeven.
       *[other] Er kwamen { $n } stippen na het sluiten binnen. Zij tellen pas mee als u ze bekijkt, vóór het vrijgeven.
    }

late-file-title = Lees een bestand van een apparaat in
late-file-lead = Kwam iets te laat om te verzenden? Dan kan het apparaat het als bestand bewaren. Lees hier dat bestand in. Wat erin staat telt daarna mee en komt bij ‘Bekijken’ te staan. Lees alleen een bestand in van een apparaat dat u kent. U kunt het gerust twee keer inlezen.
late-file-released = Deze bijeenkomst is al vrijgegeven. Nieuwe stippen kunnen er niet meer bij; wat iemand weghaalde gaat wel weg. Maak in dit traject een nieuwe bijeenkomst, open en sluit die, en lees het bestand daar in.
late-file-label = Het bestand, zoals buurtblik-CODE.geojson
late-file-other = Het bestand is van een andere bijeenkomst. Lees het toch hier in.
late-file-read = Lees in
late-file-empty = In dit bestand staat niets.
late-file-new = Binnengekomen: { $n }.
late-file-again = Dit was er al: { $n }.
late-file-refused = Dit kon niet binnenkomen: { $n }. Bewaar het bestand.
late-file-unknown = Dit kan niet meer binnenkomen, of is beschadigd.
problem-late-no-file = Dit is geen bestand van een apparaat
    .detail = Kies het bestand dat het apparaat bewaarde: buurtblik-CODE.geojson. Wat vóór de fout stond is binnengekomen; u kunt het bestand opnieuw inlezen.
problem-late-large-file = Dit bestand is te groot
    .detail = Een bestand mag hoogstens 200 MB zijn. Wat al binnenkwam blijft staan.
problem-late-other = Dit bestand is van bijeenkomst { $code }
    .detail = Lees het daar in. Is die bijeenkomst al vrijgegeven? Zet dan het vinkje, en lees het hier in. Er is niets veranderd.
