evidence-title = Waar het op rust
evidence-none = Hier is nog niets bij gelegd.
evidence-add = Leg er bewijs bij
evidence-remove = Haal weg
evidence-look = Bekijk
evidence-gone = niet meer te zien
evidence-link = Leg dit erbij
evidence-search = Zoek in kaarten, citaten en foto’s
evidence-search-button = Zoek
evidence-nothing = Er is niets gevonden. Zoek met andere woorden, of kijk eerst op de kaart.
evidence-more =
    { $n ->
        [one] En nog { $n }. Zoek met een woord om die te zien.
       *[other] En nog { $n }. Zoek met een woord om die te zien.
    }
evidence-kind-layer = Kaart
    .more = Kaarten
evidence-kind-cell = Plek op de kaart
    .more = Plekken op de kaart
evidence-kind-quote = Citaat
    .more = Wat bewoners zeiden
evidence-kind-photo = Foto
    .more = Foto’s van bewoners
evidence-kind-walk = Fotowandeling
    .more = Fotowandelingen
evidence-kind-figure = Cijfer
    .more = Cijfers
evidence-kind-coming = Wat eraan komt
    .more = Wat eraan komt
problem-no-evidence = Dit bewijs is er niet
    .detail = Het is er niet meer, of u mag het niet zien. Er is niets veranderd. Ga een stap terug en kies iets anders.
problem-evidence-most = Er ligt al veel bewijs bij
    .detail = Bij één regel passen { $most } stukken bewijs. Er is niets bij gelegd. Haal eerst iets weg.
