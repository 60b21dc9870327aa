problem-moderation-released = Dit is al vrijgegeven
    .detail = Het thema en de plek van wat vrijgegeven is, kunnen niet meer veranderen: wie de kaarten van voor en na vergelijkt, zou iemand kunnen herkennen. De woorden kunt u nog wel veranderen of verbergen.
problem-no-item = Dit is er niet
    .detail = Deze tekst of foto is er niet (meer). Er is niets veranderd.
problem-decided = Dit is al bekeken
    .detail = Iemand anders heeft hier al over besloten, of de tekst is intussen veranderd. Er is niets veranderd. Ga door met de volgende.
problem-no-decision = Dit besluit is niet te lezen
    .detail = Kies laten zien (approve), verbergen (hide) of weghalen (delete, met een reden). Er is niets veranderd.
problem-no-cursor = Dit deel van de lijst is er niet
    .detail = Het adres van dit deel is niet goed overgenomen. Er is niets veranderd. Begin de lijst opnieuw; er is niets weg.
moderation-which = Onder dit nummer wacht meer dan één ding. Zeg er met ‘of’ bij wat u bedoelt: de woorden (pin), de foto (photo) of het antwoord (answer).
moderation-no-reason = Zeg waarom het weg moet. Kies een van de redenen.

moderation-reason-naam-of-persoon = Er staat een naam in, of het gaat over één persoon.
moderation-reason-over-een-groep = Het gaat over een groep mensen, niet over de plek.
moderation-reason-gevaarlijk-of-strafbaar = Het is gevaarlijk of strafbaar om te laten zien.
moderation-reason-reclame = Het is reclame.
moderation-reason-dubbel = Het staat er al.
moderation-reason-onleesbaar = Het is niet te lezen of te begrijpen.
moderation-reason-anders = Er is een andere reden.

moderation-title = Bekijken: { $session }
moderation-to-session = Terug naar de bijeenkomst
moderation-count = { $n ->
    [one] Nog 1 te bekijken
   *[other] Nog { $n } te bekijken
}
moderation-count-left = Nog %n% te bekijken
moderation-decided-count = { $n ->
    [one] 1 al bekeken
   *[other] { $n } al bekeken
}
moderation-part = { $n ->
    [one] Op deze bladzijde staat er 1.
   *[other] Op deze bladzijde staan er { $n }.
}
moderation-quotes-part = { $from } tot en met { $to } van { $n }.
moderation-quotes-none = Na deze bladzijde komt er niets meer. In het geheel zijn het er { $n }.
moderation-next = Volgende bladzijde
moderation-first = Naar de eerste bladzijde
moderation-to-decided = Al bekeken
moderation-to-waiting = Nog te bekijken
moderation-empty = Alles is bekeken. Dank u wel.
moderation-rules = Laat zien wat over de plek gaat. Haal namen en adressen uit de tekst: verander de woorden, of vervang ze door ▇▇▇. Wat u verbergt telt wel mee op de kaart. Wat u weghaalt is voorgoed weg. Professionals lezen wat u laat zien bij het vak waarin iemand meetelt: zij zien dus wat voor soort en welk thema daar gezegd is.
moderation-keys = Toetsen: Ctrl + Enter laat zien · Ctrl + Shift + Enter verbergt · Alt + pijltje naar de volgende of vorige.
moderation-photo = Foto
moderation-photo-ask = Staat er iemand herkenbaar op, of een nummerbord of een huisnummer? Maak dat onherkenbaar, of laat de foto niet zien.
moderation-poster = mag op de poster
moderation-retouch-tools = De foto bewerken
moderation-retouch-add = Vak erbij
moderation-retouch-remove = Vak weg
moderation-retouch-turn = Draai een kwartslag
moderation-retouch-crop = Snijd bij
moderation-retouch-undo = Begin opnieuw
moderation-retouch-save = Bewaar de foto zo
moderation-retouch-searching = We zoeken naar gezichten …
moderation-retouch-found = Hier staan misschien gezichten: %n%. Kijk zelf ook: de computer mist mensen van opzij, nummerborden en huisnummers.
moderation-retouch-none = De computer vond geen gezichten. Kijk zelf ook: hij mist mensen van opzij, nummerborden en huisnummers. Trek een vak over wat niemand mag herkennen.
moderation-retouch-no-search = Zoeken naar gezichten lukt nu niet. Trek zelf een vak over wat niemand mag herkennen.
moderation-retouch-saving = De foto wordt bewaard …
moderation-retouch-saved = Bewaard. Zo zien anderen de foto. Wat onder de vakken zat is voorgoed weg.
moderation-retouch-dirty = U hebt vakken, een draai of een uitsnede die nog niet zijn bewaard. Kies ‘Bewaar de foto zo’, of ‘Begin opnieuw’.
moderation-retouch-box = Vak %n%. Pijltjes verplaatsen, Shift en pijltjes maken groter of kleiner, Delete haalt weg.
moderation-retouch-cut = Uitsnede: dit blijft over. Pijltjes verplaatsen, Shift en pijltjes maken groter of kleiner, Delete haalt weg.
moderation-text = Woorden
moderation-caption = Onderschrift
moderation-hints = Let op. Klik om weg te halen:
moderation-hint-email = E-mailadres
moderation-hint-web = Website of account
moderation-hint-iban = Rekeningnummer
moderation-hint-telefoon = Telefoonnummer
moderation-hint-bsn = Burgerservicenummer
moderation-hint-kenteken = Kenteken
moderation-hint-adres = Adres
moderation-hint-naam = Naam
moderation-hint-groep = Groep mensen
moderation-street = Deze stip staat op of bij een huis. Zet hem op de straat.
moderation-theme = Thema
moderation-theme-none = Geen thema
moderation-reason = Reden, als het weg moet of verborgen
moderation-reason-none = Kies een reden
moderation-no-place = Deze plek staat niet bij deze stip, of de stip gaat niet over wat de buurt sterk maakt. Kies een van de plekken erbij.
moderation-place-name = Deze plek mag met naam op de kaart
moderation-place-hint = Alleen de plek is dan te zien, niet de stip, de tijd of hoeveel mensen het zeiden. Kies dit alleen als de woorden over deze plek gaan, en niet over één persoon.
moderation-place-none = Nee, niet met naam
moderation-approve = Laat zien
moderation-hide = Verberg
moderation-delete = Haal weg
moderation-state-approved = te zien
moderation-state-hidden = verborgen
moderation-failed = Dit is niet bewaard. Is er netwerk? Probeer het opnieuw; er is niets veranderd.
moderation-onward = Naar de volgende
moderation-together = { $n } teksten zonder opvallende woorden samen bekijken
moderation-together-lead = Lees ze allemaal. Haal het vinkje weg bij wat u apart wilt bekijken.
moderation-together-approve = Laat de aangevinkte zien
moderation-came-late = na sluiting binnengekomen
moderation-spot-untold = zonder plek: daar spraken te weinig mensen
moderation-spot-square =
    { $metres ->
        [25] { $near }
        [50] { $near }
        [100] { $near }
       *[other] ergens rond deze plek, binnen { $metres } meter: { $near }
    }
