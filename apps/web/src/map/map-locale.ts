/** Words that MapLibre itself says, per language. */
import type { Language } from "@firecover/domain";

export const mapLocale: Readonly<Record<Language, Record<string, string>>> = {
  vi: {
    "Map.Title": "Bản đồ",
    "Marker.Title": "Điểm trên bản đồ",
    "Popup.Close": "Đóng",
    "NavigationControl.ResetBearing": "Xoay về hướng bắc",
    "NavigationControl.ZoomIn": "Phóng to",
    "NavigationControl.ZoomOut": "Thu nhỏ",
    "AttributionControl.ToggleAttribution": "Ẩn hoặc hiện nguồn dữ liệu",
    "CooperativeGesturesHandler.WindowsHelpText": "Giữ Ctrl và cuộn để phóng bản đồ",
    "CooperativeGesturesHandler.MacHelpText": "Giữ ⌘ và cuộn để phóng bản đồ",
    "CooperativeGesturesHandler.MobileHelpText": "Dùng hai ngón để di chuyển bản đồ",
  },
  en: {},
};
