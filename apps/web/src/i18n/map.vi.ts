/** Vietnamese words of every map. */
import type { mapEn } from "./map.en.ts";

export const mapVi: Record<keyof typeof mapEn, string> = {
  "map.zoomIn": "Phóng to",
  "map.zoomOut": "Thu nhỏ",
  "map.north": "Xoay về hướng bắc",
  "map.northLetter": "B",
  "map.inset": "Việt Nam, quần đảo Hoàng Sa và quần đảo Trường Sa; ô đỏ là vùng đang xem",
  "map.hoangSa": "Quần đảo Hoàng Sa",
  "map.truongSa": "Quần đảo Trường Sa",
  "map.ofVietNam": "(Việt Nam)",
  "map.bienDong": "Biển Đông",
};
