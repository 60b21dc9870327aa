problem-no-item = Dit is er niet
    .detail = Deze tekst of foto is er niet (meer). Er is niets veranderd.
problem-decided = Dit is al bekeken
    .detail = Iemand anders heeft hier al over besloten, of de tekst is intussen veranderd. Er is niets veranderd. Ga door met de volgende.
problem-no-decision = Dit besluit is niet te lezen
    .detail = Kies laten zien (approve), verbergen (hide) of weghalen (delete, met een reden). Er is niets veranderd.
moderation-no-reason = Zeg waarom het weg moet. Kies een van de redenen.

moderation-reason-naam-of-persoon = Er staat een naam in, of het gaat over één persoon.
moderation-reason-over-een-groep = Het gaat over een groep mensen, niet over de plek.
moderation-reason-gevaarlijk-of-strafbaar = Het is gevaarlijk of strafbaar om te laten zien.
moderation-reason-reclame = Het is reclame.
moderation-reason-dubbel = Het staat er al.
moderation-reason-onleesbaar = Het is niet te lezen of te begrijpen.
moderation-reason-anders = Er is een andere reden.
