# Cijfers van elders: per gebied, per vierkant of per punt.

problem-figures-too-large = Dit bestand is te groot
    .detail = Er past hoogstens { $mb } MB. Haal er kolommen of rijen uit die u niet nodig hebt. Er is niets bewaard.
problem-figures-file = Met dit bestand klopt iets niet
    .detail = Er is niets veranderd. Hieronder staat wat er is.
problem-figures-wrong = Er klopt iets niet
    .detail = Er is niets bewaard. Ga terug en kijk bij de velden.
problem-no-figures = Deze cijfers zijn er niet
    .detail = Misschien zijn ze weggehaald. Een bestand dat u alleen bekeek, blijft een dag staan.
problem-figures-of-all = Deze cijfers zijn van alle trajecten
    .detail = Alleen de beheerder kan ze veranderen of weghalen. Er is niets veranderd.
problem-figures-changed = Iemand anders was u voor
    .detail = Deze cijfers zijn intussen veranderd. Er is niets van u bewaard. Ga terug, ververs de pagina en kijk wat er nu staat.

indicators-wrong-source = Vul in wie de cijfers heeft gemaakt.
indicators-wrong-year = Vul het jaar in waar de cijfers over gaan, met vier cijfers.
indicators-wrong-name = Elk cijfer heeft een naam nodig.
indicators-wrong-long = Een tekst is te lang, of er staat een teken in dat niet kan.
