# Heat layers: what a legend says.
heat-class-weinig = weinig
heat-class-meer = meer
heat-class-veel = veel
heat-suppressed = Te weinig antwoorden om te tonen
heat-untold = Hoeveel stippen en bewoners het zijn, staat er niet bij: uit het verschil met een andere kaart zou iemand te herkennen zijn.
heat-few = Geen of te weinig antwoorden om te tonen
heat-nobody = Hier is niemand iets gevraagd, of bijna niemand
heat-kind-sterk = Sterk: wat goed gaat en wat de buurt sterk maakt
heat-kind-beter = Beter: wat beter kan en ideeën
heat-kind-all = Alles samen

# What a layer rests on.
heat-rests-on = { $pins } van { $people }
heat-people =
    { $n ->
        [one] { $n } mens
       *[other] { $n } mensen
    }
heat-people-bewoners =
    { $n ->
        [one] { $n } bewoner
       *[other] { $n } bewoners
    }
heat-people-ondernemers =
    { $n ->
        [one] { $n } ondernemer
       *[other] { $n } ondernemers
    }
heat-people-instellingen =
    { $n ->
        [one] { $n } mens van een instelling
       *[other] { $n } mensen van instellingen
    }
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
heat-warning-moment = Let op: meer dan de helft van de mensen komt van één moment ({ $method }).
heat-warning-group = Let op: meer dan de helft van de mensen hoort bij één groep ({ $group }).
heat-note-bandwidth = Korrel: { $metres } meter.
heat-note-k = Een plek is alleen te zien als er minstens { $k } mensen bij horen en niemand meer dan de helft uitmaakt. Een moment met minder dan { $k } mensen in deze laag wordt niet apart genoemd. Een fotowandeling telt als een eigen moment.
heat-no-edge-correction = Stippen tot 150 meter buiten de buurt tellen mee.
heat-picture-title = { $traject }: wat goed gaat en wat beter kan
heat-fair = Wie veel stippen zet, telt niet zwaarder dan wie er één zet.

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
