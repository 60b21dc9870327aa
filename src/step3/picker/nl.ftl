picker-row-title = Waar legt u dit bij?
picker-row-lead = U gebruikt dit als bewijs:
picker-row-none = Er zijn nog geen aannames en geen agendapunten. Schrijf er eerst een op.
picker-row-choose = Kies een aanname of een agendapunt
picker-title = Bewijs bij: { $row }
picker-map = Een plek op de kaart kiest u op de kaart zelf:
