# Heat layers: what a legend says.
heat-class-weinig = weinig
heat-class-meer = meer
heat-class-veel = veel
heat-suppressed = Te weinig antwoorden om te tonen
heat-untold-theme = Over dit thema spraken minder dan 30 mensen: daarvan is geen eigen kaart. Wat zij zeiden, telt mee bij alle thema’s samen.
heat-untold-crossed = Een soort stip op een tijd van de dag laten we niet zien: dan blijven er te weinig mensen over. Kies het ene of het andere.
heat-few = Geen of te weinig antwoorden om te tonen
heat-nobody = Hier is niemand iets gevraagd, of bijna niemand
heat-kind-sterk = Sterk: wat goed gaat en wat de buurt sterk maakt
heat-kind-beter = Beter: wat beter kan en ideeën
heat-kind-all = Alles samen

# What a layer rests on.
heat-voices = minstens { $n } stemmen
heat-voices-short = { $n } stemmen
heat-voices-bewoners = Minstens { $n } stemmen van bewoners
heat-voices-ondernemers = Minstens { $n } stemmen van ondernemers
heat-voices-instellingen = Minstens { $n } stemmen van mensen van instellingen
heat-moments =
    { $n ->
        [one] { $n } moment
       *[other] { $n } momenten
    }
heat-method-wijksessie =
    { $n ->
        [one] wijksessie
       *[other] { $n } wijksessies
    }
heat-method-koffiekar =
    { $n ->
        [one] koffiekar
       *[other] { $n } koffiekarren
    }
heat-method-straatenquete =
    { $n ->
        [one] straatenquête
       *[other] { $n } straatenquêtes
    }
heat-method-huis-aan-huis =
    { $n ->
        [one] huis aan huis
       *[other] { $n } keer huis aan huis
    }
heat-method-interview =
    { $n ->
        [one] interview
       *[other] { $n } interviews
    }
heat-method-schouw =
    { $n ->
        [one] schouw
       *[other] { $n } schouwen
    }
heat-method-fotowandeling =
    { $n ->
        [one] fotowandeling
       *[other] { $n } fotowandelingen
    }
heat-method-dialoogsessie =
    { $n ->
        [one] dialoogsessie
       *[other] { $n } dialoogsessies
    }
heat-method-verhalenavond =
    { $n ->
        [one] verhalenavond
       *[other] { $n } verhalenavonden
    }
heat-method-bewonerscommissie =
    { $n ->
        [one] bewonerscommissie
       *[other] { $n } gesprekken met een bewonerscommissie
    }
heat-method-bestaande-bijeenkomst =
    { $n ->
        [one] bestaande bijeenkomst
       *[other] { $n } bestaande bijeenkomsten
    }
heat-method-teruglegging =
    { $n ->
        [one] teruglegging
       *[other] { $n } terugleggingen
    }
heat-method-open =
    { $n ->
        [one] ander moment
       *[other] { $n } andere momenten
    }
heat-warning-moment = Let op: alles komt van één moment ({ $method }).
heat-warning-group = Let op: alle momenten waren met één groep ({ $group }).
heat-note-bandwidth = Korrel: { $metres } meter.
heat-note-k = De kaart telt mensen in vakken, nooit losse stippen. Een vak is alleen te zien met minstens { $k } mensen; elk getal is een veelvoud van { $k }, naar beneden afgerond, en verandert na het vrijgeven niet meer.
heat-fine = De vakken zijn { $finest } tot { $widest } meter groot: waar meer mensen iets zeiden, is de kaart fijner.
heat-fine-one = De vakken zijn { $metres } meter groot: waar meer mensen iets zeiden, kan de kaart fijner zijn.
heat-no-edge-correction = Stippen tot 150 meter buiten de buurt tellen mee.
heat-picture-title = { $traject }: wat goed gaat en wat beter kan
heat-fair = Een stem is één bewoner (of één tafel) op één plek: wie daar veel stippen zet, telt als één.

problem-no-layer = Deze kaartlaag is er niet
    .detail = Kijk welke lagen er zijn in de lijst van het traject.
problem-layer-moment = Dit moment bestaat niet
    .detail = Kies overdag, avond of nacht.
problem-layer-bandwidth = Deze korrel bestaat niet
    .detail = Kies een bandbreedte van 50, 75 of 120 meter.
problem-layer-too-large = Dit gebied is te groot
    .detail = Voor dit gebied is een raster nodig van meer dan { $largest } cellen. Kies minder buurten tegelijk.
problem-layer-outside-rd = Dit gebied ligt niet in Nederland
    .detail = Een GeoTIFF in RD New (EPSG:28992) kan alleen voor Nederland. De andere vormen zijn er wel.
