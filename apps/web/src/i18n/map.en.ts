/** English words of every map. Names of islands and seas stay Vietnamese. */
export const mapEn = {
  "map.zoomIn": "Zoom in",
  "map.zoomOut": "Zoom out",
  "map.north": "Turn to north",
  "map.northLetter": "N",
  "map.inset": "Việt Nam with the Hoàng Sa and Trường Sa archipelagos; the red box is the current area",
  "map.hoangSa": "Quần đảo Hoàng Sa",
  "map.truongSa": "Quần đảo Trường Sa",
  "map.ofVietNam": "(Việt Nam)",
  "map.bienDong": "Biển Đông",
} as const;
