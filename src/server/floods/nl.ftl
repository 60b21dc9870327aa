problem-no-flood = Deze toeloop is er niet meer
    .detail = Iemand anders heeft dit al gedaan, of de bijeenkomst is gesloten. Er is niets veranderd. Hieronder ziet u hoe het nu is.
problem-flood-released = Deze bijeenkomst is al vrijgegeven
    .detail = Ze is vrijgegeven zonder deze stippen. De kaarten veranderen daarna niet meer. De stippen zijn er nog: wie ze plaatste, vindt ze met de vijf woorden.

floods-title = Ineens veel deelnemers
floods-lead = Hier ziet u wanneer er in een paar minuten veel meer nieuwe deelnemers kwamen dan anders. Soms is dat een volle zaal die tegelijk begint. Soms stuurt één iemand heel veel onzin. Kijk eerst, en beslis dan. Na het sluiten van de bijeenkomst weet niemand meer in welke minuut iemand kwam.
floods-none = Er kwamen niet ineens veel nieuwe deelnemers. U hoeft niets te doen.
floods-closed = De bijeenkomst is gesloten. Wanneer deelnemers kwamen, is gewist.
floods-one = Van { $from } tot { $until } uur kwamen er { $n } nieuwe deelnemers.
floods-look = Bekijk wat zij plaatsten
floods-look-lead = Dit plaatsten zij, door elkaar.
floods-more = En nog { $n }.
floods-take-out-hint = Ook wat iemand anders in deze minuten plaatste gaat mee. Er gaat niets verloren: u kunt alles terugzetten tot u de bijeenkomst vrijgeeft.
floods-take-out = Haal alles van deze { $people } deelnemers eruit ({ $pins } stippen)
floods-aside = Eruit gehaald
floods-taken = { $when }: { $people } deelnemers, { $pins } stippen. Ze staan apart: niet op het scherm, niet bij het bekijken en niet in de kaarten.
floods-put-back = Zet alles terug
