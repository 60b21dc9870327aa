session-standard-promise =
    We willen weten wat u in uw buurt ziet: eerst wat goed gaat, dan wat beter kan.
    We maken er kaarten van voor de mensen die hier werken. Uw naam vragen we niet.
    U hoort van ons wat ermee gebeurt. Niet alles wat u noemt kan gedaan worden.

problem-no-session = Deze bijeenkomst is er niet
    .detail = Er is geen bijeenkomst met deze code. Kijk of de code goed is getypt: zes letters en cijfers. Vraag anders de begeleider.
problem-no-traject = Dit traject is er niet
    .detail = Er is geen traject met dit nummer. Kijk of de link heel is, of vraag een nieuwe.
problem-session-closed = Deze bijeenkomst is gesloten
    .detail = Er kunnen geen stippen meer bij, en er kan niets meer veranderen. Wat u eerder hebt geplaatst is bewaard. Dank u wel.

session-kind-gaat-goed = Dit gaat goed
session-kind-kracht = Dit maakt de buurt sterk
    .more = mensen, groepen, plekken
session-kind-zorg = Dit kan beter
    .more = of dit vind ik niet fijn
session-kind-idee = Ik heb een idee
session-theme-wonen = Huis en trappenhuis
session-theme-werk-participatie = Werk, geld en meedoen
session-theme-onderwijs-opvoeding = Kinderen en school
session-theme-veiligheid-criminaliteit = Veilig voelen
session-theme-gezondheid = Gezondheid en hulp
session-theme-samenleven-integratie = Buren en contact
session-theme-leefomgeving-openbare-ruimte = Straat, groen en afval
session-theme-algemeen = Iets anders
session-moment-overdag = Overdag
session-moment-avond = ’s Avonds
session-moment-nacht = ’s Nachts
session-status-open = open
session-status-closed = gesloten
session-status-released = vrijgegeven
