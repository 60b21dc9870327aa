verdieping-nothing = Er is nog niets vrijgegeven. Zodra een bijeenkomst is vrijgegeven, staan de kaarten hier.
verdieping-rests-on = Deze kaarten rusten op { $pins } van { $people }.
verdieping-whole =
    { $n ->
        [one] Daarvan gaat er { $n } over de hele buurt; die staat niet op de kaart.
       *[other] Daarvan gaan er { $n } over de hele buurt; die staan niet op de kaart.
    }
verdieping-layer-rests-on = { $pins } van { $people }
verdieping-too-few = Te weinig antwoorden om te tonen
verdieping-grain = Korrel
verdieping-grain-50 = fijn (50 m)
verdieping-grain-75 = gewoon (75 m)
verdieping-grain-120 = grof (120 m)
verdieping-moment = Moment van de dag
verdieping-any-moment = Hele dag
verdieping-two = Terug naar sterk en beter
verdieping-legend = Legenda
verdieping-as-table = Dezelfde kaart als tabel
verdieping-places-caption = { $layer }: straten en plekken, de meeste antwoorden eerst
verdieping-place = Straat of plek
verdieping-answers = Antwoorden
verdieping-all-layers = Alle kaarten
verdieping-all-layers-lead = Per thema en soort staat er hoeveel stippen het zijn, en tussen haakjes van hoeveel mensen. Waar te weinig mensen iets zeiden, is geen kaart.
verdieping-all-themes = Alle thema’s
verdieping-theme = Thema
verdieping-cell = { $pins } ({ $people })
verdieping-cell-none = te weinig
verdieping-map = Kaart: { $layer }

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
verdieping-release-lead = Hieronder staat precies wat de professionals van dit traject te zien krijgen, van { $people }. Vrijgeven kan één keer, en niet terug.
verdieping-release-button = Geef dit vrij
