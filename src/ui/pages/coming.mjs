// What is coming on a live map; a tap leads to the form for that place. Without this script the server's drawing has a net of
// links that do the same.
import { openMap } from "../map/open.mjs";

const section = document.getElementById("kaart");
if (section) {
  const { mapOptions, to } = section.dataset;
  const onTap = (lon, lat) => {
    location.assign(`${to}?plek=${lon.toFixed(6)},${lat.toFixed(6)}`);
  };
  const map = openMap("kaart", mapOptions, { onTap });
  const spot = section.closest("[data-spot]")?.dataset.spot;
  if (spot) map.setSpot(JSON.parse(spot));
}
