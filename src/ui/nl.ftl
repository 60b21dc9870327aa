ui-name = Buurtblik
ui-skip = Direct naar de inhoud
ui-invented = Voorbeeld: deze buurt en deze stippen zijn verzonnen.
ui-home = Naar het begin
ui-count-pins =
    { $n ->
        [one] { $n } stip
       *[other] { $n } stippen
    }
ui-count-people =
    { $n ->
        [one] { $n } bewoner
       *[other] { $n } bewoners
    }
ui-danger = Gevaar? Bel 112. Iets melden dat vandaag gemaakt moet worden? Dat kan bij de gemeente.

problem-internal = Er ging iets mis bij ons
    .detail = Dit ligt niet aan u. Wat al bewaard was, is er nog. Probeer het over een minuut opnieuw.
problem-busy = Het is even heel druk
    .detail = Er wordt op dit moment te veel tegelijk gevraagd. Er is niets verloren. Wacht een paar tellen en probeer het opnieuw.
problem-not-found = Deze pagina is er niet
    .detail = Kijk of het adres klopt, of ga terug naar het begin.
problem-method = Dit kan hier niet
    .detail = Dit adres bestaat, maar niet voor wat u vraagt. Er is niets veranderd.
problem-origin = Dit verzoek komt van een andere site
    .detail = Er is niets veranderd. Ga terug naar de pagina van Buurtblik en probeer het daar.
problem-too-large = Dit is te groot
    .detail = Wat is gestuurd is groter dan hier kan. Er is niets bewaard.
problem-too-many-parts = Dit zijn te veel bestanden of velden
    .detail = Stuur één bestand tegelijk. Er is niets bewaard.
problem-form-too-large = Dit is te veel tekst
    .detail = In één formulier passen hooguit 500.000 tekens. Er is niets bewaard. Ga terug met de knop van uw browser: daar staat uw tekst meestal nog. Maak hem korter, of verdeel hem.
problem-too-slow = Dit duurde te lang
    .detail = De verbinding was te traag of bleef hangen. Er is niets bewaard. Probeer het opnieuw.
problem-broken-off = De verbinding brak af
    .detail = Niet alles is aangekomen. Er is niets bewaard. Probeer het opnieuw.
problem-too-many = Even wachten
    .detail = Er kwam heel veel tegelijk. Wacht een paar tellen; daarna gaat het vanzelf verder. Er is niets verloren.
problem-starting = De server is nog niet klaar
    .detail = Of er is geen plaats om iets te bewaren. Probeer het over een paar tellen opnieuw.
ui-home-title = Wat ziet u in uw buurt?
ui-home-lead = Bent u op een bijeenkomst? Typ de code die daar hangt.
ui-home-code = Code van de bijeenkomst
ui-home-go = Begin
ui-home-staff = Ik werk hier: naar mijn trajecten

demo-traject = Voorbeeldtraject
demo-question = Wat ziet u in uw buurt?
demo-open-title = Bijeenkomst in de Voorbeeldbuurt
demo-released-title = Koffiekar op het plein
demo-professional = Voorbeeldprofessional
demo-beheerder = Voorbeeldbeheerder
demo-link-resident = Bewoner (tablet):
demo-begeleider = Voorbeeldbegeleider
demo-link-begeleider = Begeleider:      
demo-link-professional = Professional:    
demo-link-beheerder = Beheerder:       

problem-request = Dit verzoek klopt niet
    .detail = Het adres of de gegevens zijn niet te lezen. Er is niets veranderd.

ui-sign-out = Afmelden
ui-trail = Waar u bent
ui-note = Opmerking

problem-too-many-guesses = Even wachten
    .detail = Vanaf deze plek is te vaak iets geprobeerd dat niet klopt. Wacht een minuut en probeer het dan opnieuw. Er is niets kwijt.
problem-too-many-new = Even wachten
    .detail = Er komen hier heel veel mensen tegelijk bij. Wat u vertelde is niet kwijt: wacht een minuut en verstuur het opnieuw. Op de kaart gaat dat vanzelf.
ui-bar = Balk

ui-typed = Dit had u ingevuld
ui-typed-stays = Er is niets bewaard. Alles wat u invulde, staat hieronder nog.
ui-typed-copy = Het is nog niet bewaard. U kunt het hier kopiëren.
ui-typed-again = Verstuur het opnieuw
ui-typed-enter = Log eerst in, in een nieuw venster. Kom daarna hier terug en verstuur het opnieuw:
ui-wrong-nul = Hier staat een teken in dat we niet kunnen bewaren. Typ dit stuk opnieuw.
ui-wrong-choice = Deze keuze is er niet. Kies een van de mogelijkheden die hier staan.
ui-wrong-number = Dit moet een heel getal zijn, van { $least } tot en met { $most }, in cijfers.
ui-leaving-title = Bent u er nog?
ui-leaving-lead = Over %n% seconden begint de volgende. Wat u verstuurde is bewaard. Wat hier nog niet is verstuurd, gaat dan weg.
ui-leaving-stay = Ja, ik ga door
ui-ends-seconds = Deze pagina sluit vanzelf als u { $n } seconden niets doet. Wat u verstuurde is bewaard.
ui-ends-minutes = Deze pagina sluit vanzelf na { $n } minuten. Wat u verstuurde is bewaard. Wat u dan nog niet verstuurde, gaat weg.
ui-aloud = Lees voor
ui-aloud-stop = Stop
