verdieping-as-evidence = Gebruik deze kaart als bewijs
verdieping-place-as-evidence = Gebruik deze plek als bewijs
verdieping-nothing = Er is nog niets vrijgegeven. Zodra een bijeenkomst is vrijgegeven, staan de kaarten hier.
verdieping-rests-on = Deze kaarten rusten op { $voices }. Een stem is één bewoner (of één tafel) op één plek.
verdieping-whole =
    { $n ->
        [one] Daarvan gaat er { $n } over de hele buurt; die staat niet op de kaart.
       *[other] Daarvan gaan er { $n } over de hele buurt; die staan niet op de kaart.
    }
verdieping-over = Sterk en beter op één kaart
verdieping-two = Sterk en beter
verdieping-way = Hoe u ze ziet
verdieping-way-over = Op één kaart
verdieping-way-beside = Naast elkaar
verdieping-kind = Soort
verdieping-at-least = { $word }, van minstens { $n } stemmen
verdieping-holds-sterk = { $n } sterk
verdieping-holds-beter = { $n } beter
verdieping-nothing-here = Hier is te weinig om te tonen: te weinig mensen zeiden er iets over, of ze zijn het op te verschillende plekken. Kies hierboven iets anders. Achter elke keuze staat wat er te zien is.
verdieping-failed = Deze kaart kon niet komen. De kaart die u ziet is nog de vorige. Probeer het opnieuw; er is niets verloren.
verdieping-offline = Er is geen verbinding. De kaart die u ziet is nog de vorige. Kijk of u netwerk hebt en probeer het opnieuw.
verdieping-signed-out = U bent niet meer aangemeld. Open deze pagina opnieuw en meld u aan.
verdieping-busy = De kaart komt eraan…
verdieping-here = Op deze plek
verdieping-here-hint = Klik op de kaart, of kies een straat of plek in de tabel. Hier staat dan wat er over die plek gezegd is.
verdieping-here-said = Wat bewoners hier in de buurt zeiden
verdieping-here-none = Van deze plek zijn er geen teksten of foto’s die u mag zien.
verdieping-here-strong = Sterke plek in de buurt: { $places }
verdieping-strong = Sterke plekken
verdieping-strong-lead = Plekken die de buurt sterk maken, zeiden bewoners. De begeleider koos welke er met naam mogen staan. Hoeveel mensen het zeiden en wanneer, staat er niet bij.
verdieping-strong-one = Sterke plek, met naam
verdieping-take = Neem deze kaart mee
verdieping-take-picture = Een plaatje voor in een verslag: sterk en beter naast elkaar, met legenda en waar ze op rusten
verdieping-take-lead = Bestanden van wat u nu ziet. Zet in een verslag nooit een kaart van wat beter kan zonder die van wat sterk is: zo’n kaart kan een buurt een slechte naam geven.
verdieping-form-png = plaatje (PNG)
verdieping-form-geojson = vlakken (GeoJSON)
verdieping-form-vakken-geojson = vakken (GeoJSON)
verdieping-form-tif = raster (GeoTIFF, RD)
verdieping-form-json = getallen (JSON)
verdieping-grain = Korrel
verdieping-grain-50 = fijn (50 m)
verdieping-grain-75 = gewoon (75 m)
verdieping-grain-120 = grof (120 m)
verdieping-moment = Moment
verdieping-any-moment = Hele dag
verdieping-legend = Legenda
verdieping-places-caption = Straten en plekken, de meeste antwoorden eerst
verdieping-map = Kaart { $n }. Druk op Enter voor wat er op de plek in het midden gezegd is.
verdieping-as-table = Dezelfde kaart als tabel
verdieping-place = Straat of plek
verdieping-all-layers = Alle kaarten
verdieping-all-themes = Alle thema’s
verdieping-theme = Thema
verdieping-cell-none = te weinig
verdieping-all-layers-lead = Per thema en soort staat er hoeveel stemmen het minstens zijn. Een thema heeft een eigen kaart als er minstens 30 mensen over spraken; een soort als er in een vak genoeg mensen voor zijn.

verdieping-said = Wat bewoners zeiden
verdieping-said-none = Er zijn nog geen teksten of foto’s die anderen mogen zien.

verdieping-release-title = Vrijgeven: { $traject }
verdieping-release-choose = Welke bijeenkomsten geeft u samen vrij?
verdieping-release-look = Bekijk wat dit laat zien
verdieping-release-preview = Dit zien de professionals
verdieping-release-none = Kies een bijeenkomst die gesloten is en nog niet is vrijgegeven.
verdieping-release-few = Hier deden { $found } mensen mee, en er zijn er { $k } nodig. Anders is iemand te herkennen. Kies er een bijeenkomst bij.
verdieping-release-waiting = { $n ->
    [one] Eén tekst of foto is nog niet bekeken. Die telt mee op de kaart en blijft zelf verborgen.
   *[other] { $n } teksten of foto’s zijn nog niet bekeken. Die tellen mee op de kaart en blijven zelf verborgen.
}
verdieping-release-lead = Hieronder staan precies de kaarten en woorden die de professionals van dit traject te zien krijgen, van { $people }. Wandelingen en antwoorden krijgen dezelfde vakken en aantallen. Vrijgeven kan één keer, en niet terug.
verdieping-release-button = Geef dit vrij
verdieping-release-voices =
    { $n ->
        [one] { $n } stem
       *[other] { $n } stemmen
    }
verdieping-release-cut = Hoe deelt u de kaart?
verdieping-release-cut-thema = Naar thema: met een eigen kaart voor elk thema waarover minstens 30 mensen iets zeiden
verdieping-release-cut-kant = Alleen naar sterk en beter: fijnere plekken, geen kaart per thema
verdieping-release-cut-why = De kaart telt mensen in vakken, van 25 tot 400 meter. Hoe meer mensen ergens iets zeiden, hoe kleiner het vak. Met weinig mensen kosten thema’s fijnheid: bekijk allebei. U kiest één keer: na het vrijgeven verandert de kaart niet meer.
verdieping-release-cut-is-thema = De kaart is gedeeld naar thema.
verdieping-release-cut-is-kant = De kaart is gedeeld naar sterk en beter, zonder thema’s.
