// What is coming, as numbered squares on the live map.
const FONT = ["Noto Sans"];
const SQUARE = "plan";

function square() {
  const size = 78;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d");
  context.fillStyle = "#5e3a9c";
  context.strokeStyle = "#ffffff";
  context.lineWidth = 6;
  context.beginPath();
  context.roundRect(4, 4, size - 8, size - 8, 14);
  context.fill();
  context.stroke();
  return context.getImageData(0, 0, size, size);
}

/** Shows these plans (a FeatureCollection with `number` and `title`) and no others. */
export function showComing({ map }, data) {
  const known = map.getSource("plannen");
  if (known) {
    known.setData(data);
    return;
  }
  if (!map.hasImage(SQUARE)) map.addImage(SQUARE, square(), { pixelRatio: 3 });
  map.addSource("plannen", { type: "geojson", data });
  map.addLayer({
    id: "plannen",
    type: "symbol",
    source: "plannen",
    layout: {
      "icon-image": SQUARE,
      "icon-allow-overlap": true,
      "text-field": ["get", "number"],
      "text-font": FONT,
      "text-size": 14,
      "text-allow-overlap": true,
    },
    paint: { "text-color": "#FFFFFF" },
  });
}
