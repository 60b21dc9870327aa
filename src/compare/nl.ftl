# Bewoners naast cijfers.

problem-compare-wrong = Er klopt iets niet
    .detail = Er is niets bewaard. Ga terug en kijk bij de velden.
problem-no-compare = Dit is er niet
    .detail = Dit thema of dit deel van de buurt hoort niet bij het traject.
problem-compare-changed = Iemand anders was u voor
    .detail = Er is niets van u bewaard. Ga terug en kijk wat er nu staat.

compare-title = Vergelijken
compare-lead = Waar zeggen bewoners en cijfers hetzelfde, waar spreken ze elkaar tegen, en waar zwijgt een van de twee? Wij doen een voorstel. U beslist, en zegt waarom.
compare-judged-n = Over { $n } van de { $all } heeft het team iets gezegd.
compare-rule = Hoe komt het voorstel tot stand?
compare-rule-residents = Bewoners: we tellen op wat de vrijgegeven kaarten in dit deel laten zien. Is meer dan zes tiende “sterk”, dan zeggen bewoners: het gaat hier goed. Is meer dan zes tiende “beter”, dan zeggen ze: het kan hier beter. Daartussen: allebei. Is er niets te zien, dan zwijgen ze. Wat te weinig mensen zeiden, telt niet mee.
compare-rule-area = Een cijfer van een buurt leggen we naast dat van de gemeente; is dat er niet, naast dat van de wijk. Een verschil van een tiende of meer telt als beter of slechter. Aantallen mensen of woningen vergelijken we niet: een stad heeft er altijd meer.
compare-rule-squares = Van vierkanten nemen we het gemiddelde in dit deel, naast dat van het hele gebied. Een verschil van een tiende van de hele spreiding of meer telt.
compare-rule-points = Punten, zoals meldingen: zijn er per vierkante kilometer een kwart meer of minder dan in het hele gebied, dan telt dat. Minder dan tien punten zeggen niets.
compare-rule-together = Elk cijfer telt één keer. Zijn er meer beter dan slechter, dan zijn de cijfers gunstig; andersom ongunstig. Cijfers waarvan meer niet beter is en minder ook niet, tellen niet mee.
compare-rule-verdict = Hetzelfde: bewoners zeggen dat het goed gaat en de cijfers zijn gunstig, of bewoners zeggen dat het beter kan en de cijfers zijn ongunstig. Tegenspraak: het een goed en het ander niet. Niet duidelijk: een van de twee is niet uitgesproken.
compare-rule-limits = Een cijfer is van één jaar en van een hele groep; een stip is van iemand die er was. Het voorstel weet niet waarom iets zo is. Heeft een traject één buurt, dan kijken we naar het geheel en naar vier delen. Een cijfer van de hele buurt zegt niet in welk deel het speelt.
compare-whole = De hele buurt
compare-part-noordwest = Noordwest
compare-part-noordoost = Noordoost
compare-part-zuidwest = Zuidwest
compare-part-zuidoost = Zuidoost
compare-part = Deel
compare-residents = Bewoners
compare-figures = Cijfers
compare-proposal = Voorstel
compare-team = Het team
compare-caption = { $theme }: bewoners naast cijfers, per deel
compare-residents-silent = zeggen hier niets, of te weinig om te tonen
compare-residents-strong = zeggen: het gaat hier goed
compare-residents-better = zeggen: het kan hier beter
compare-residents-mixed = zeggen allebei: het gaat goed, en het kan beter
compare-figures-silent = zeggen hier niets
compare-figures-favourable = zijn gunstig
compare-figures-unfavourable = zijn ongunstig
compare-figures-mixed = zijn niet beter en niet slechter
compare-figures-n =
    { $n ->
        [one] uit { $n } cijfer
       *[other] uit { $n } cijfers
    }
compare-verdict-same = hetzelfde
compare-verdict-contradict = tegenspraak
compare-verdict-figures-silent = alleen bewoners
compare-verdict-residents-silent = alleen cijfers
compare-verdict-both-silent = beide zwijgen
compare-verdict-open = niet duidelijk
compare-not-yet = nog niets gezegd
compare-stale = kaarten of cijfers zijn veranderd
compare-stale-lead = Sinds het team dit zei, zijn de kaarten of de cijfers veranderd. Klopt het nog?
compare-judge = Bevestig of verbeter
compare-judge-of = Bevestig of verbeter: { $theme }, { $part }
compare-no-figures = Er zijn geen cijfers over dit thema die zo dichtbij komen.
compare-figure-gemeente = { $name } ({ $year }): { $here }; gemeente { $there }
compare-figure-wijk = { $name } ({ $year }): { $here }; wijk { $there }
compare-figure-area = { $name } ({ $year }): hier { $here }; hele gebied { $there }
compare-figure-points = { $name } ({ $year }): hier { $here } van de { $there } in het hele gebied
compare-figure-alone = { $name } ({ $year }): { $here }
compare-says-favourable = beter
compare-says-unfavourable = slechter
compare-says-same = ongeveer gelijk
compare-says-nothing = telt niet mee
compare-to-map = Bekijk de kaart
compare-what = Wat vindt het team?
compare-proposed = voorstel
compare-why = Waarom?
compare-why-hint = Eén zin. Schrijf niet over één bewoner.
compare-save = Bewaar
compare-history = Wat het team eerder zei
compare-made = { $who }, { $day }
compare-second = Iemand anders heeft hier intussen iets over gezegd. Uw woorden staan hieronder nog. Kijk wat er nu staat en kies: bewaar uw woorden, of ga terug.
compare-stands = Nu staat er: { $verdict }. { $why } ({ $who })
compare-wrong-why-empty = Zeg in één zin waarom.
compare-wrong-why-long = De zin is te lang, of er staat een teken in dat niet kan.
compare-wrong-verdict = Kies wat het team vindt.
