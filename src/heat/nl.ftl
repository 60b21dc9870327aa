# Heat layers: what a legend says.
heat-class-weinig = weinig
heat-class-meer = meer
heat-class-veel = veel
heat-suppressed = Te weinig antwoorden om te tonen
heat-no-edge-correction = Stippen tot 150 meter buiten de buurt tellen mee.
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
