themes-title = Thema’s
themes-lead = Per thema: eerst wat sterk is, dan wat beter kan. Met wat bewoners zeiden en lieten zien, en de cijfers ernaast.
themes-to-beside = Leg een kaart naast een cijfer
themes-to-map = Open deze kaart
themes-general = Cijfers in het algemeen
themes-side-sterk = Sterk
themes-side-beter = Beter
themes-figures-count =
    { $n ->
        [0] Nog geen cijfers
        [one] { $n } cijfer
       *[other] { $n } cijfers
    }
themes-map = Kaart: { $layer }. { $rests }.
themes-said = Wat bewoners zeiden en lieten zien
themes-said-none = Hierover zijn er nog geen teksten of foto’s die u mag zien.
themes-said-more = Toon alle { $n }
themes-figures = Cijfers bij dit thema
themes-figures-none = Er zijn nog geen cijfers bij dit thema. Breng ze in bij Cijfers.
themes-figures-lead = Wat bekend is van de buurt, de wijk en de stad, met het jaar. Een cijfer van de wijk of de stad staat ernaast en komt nooit in de plaats van dat van de buurt.
themes-figures-caption = Alle cijfers bij dit thema
themes-figures-table = Alle cijfers als tabel
themes-figure = Cijfer
themes-area = Gebied
themes-year = Jaar
themes-source = Bron
themes-wijk = Wijk { $name }
themes-gemeente = Gemeente { $name }
themes-wijk-head = Wijk
themes-gemeente-head = Gemeente
themes-secret = niet getoond: te weinig mensen
themes-unknown = niet bekend
themes-unknown-area = Niet bekend, of niet getoond omdat het over te weinig mensen gaat
themes-of-squares = (uit { $n } vakjes of punten)
themes-better-more = meer is beter
themes-better-less = minder is beter
themes-better-neither = zegt niet of het goed gaat
themes-per-km2 = { $from } – { $to } per km²
themes-dense = Het zijn er te veel voor losse stippen. U ziet hoeveel er zijn per km², getekend met dezelfde korrel ({ $metres } m) en in dezelfde vijf stappen als een laag van bewoners. Ook wat tot 150 m buiten de grens ligt, telt mee.
themes-caveat = Let op: { $caveat }
themes-beside = Naast elkaar
themes-beside-lead = Links wat bewoners zeiden, rechts een cijfer. Schuift of zoomt u de ene kaart, dan gaat de andere mee.
themes-beside-none = Er zijn nog geen cijfers. Daarom staan sterk en beter nu naast elkaar. Breng cijfers in bij Cijfers.
themes-beside-figure = Cijfer
themes-beside-show = Toon
themes-beside-all = Hele buurt
themes-beside-slide = Schuif
themes-beside-keys = Met de pijltjes schuift u de kaart, met plus en min zoomt u. De andere kaart gaat mee.
themes-way-naast = Naast elkaar
themes-way-schuif = Over elkaar, met een schuif
themes-figure-map = Kaart van { $figure }. { $told }
themes-as-table = Als tabel
problem-no-theme = Dit thema is er niet
    .detail = Dit traject heeft geen thema met die naam. Ga terug en kies een thema uit de lijst.
