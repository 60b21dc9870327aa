problem-late-over = Deze bijeenkomst is gesloten
    .detail = Dit kan niet meer vanzelf binnenkomen. Het staat nog op dit apparaat. Bewaar het als bestand en geef dat aan de begeleider.
problem-late-count = Dit is geen aantal
    .detail = Stuur een geheel getal. Er is niets bewaard.
late-wrong-count = Hoeveel er nog op het apparaat staat is een geheel getal van 0 tot en met { $most }.
late-left =
    { $devices ->
        [one] Op één apparaat staat nog { $items } keer iets dat niet is verstuurd. Laat dat apparaat aan staan, met netwerk en de pagina open.
       *[other] Op { $devices } apparaten staat samen nog { $items } keer iets dat niet is verstuurd. Laat die apparaten aan staan, met netwerk en de pagina open.
    }
late-waiting =
    { $n ->
        [one] Er kwam één stip na het sluiten binnen. Hij telt pas mee als u hem bekijkt, vóór het vrijgeven.
       *[other] Er kwamen { $n } stippen na het sluiten binnen. Zij tellen pas mee als u ze bekijkt, vóór het vrijgeven.
    }
