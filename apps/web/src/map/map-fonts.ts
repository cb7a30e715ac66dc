/** Fonts of the map's labels: the browser draws them from our own files, no glyph server is asked. */
import italicUrl from "../fonts/noto-sans-500-italic.woff2?url";
import semiBoldUrl from "../fonts/noto-sans-600.woff2?url";
import boldUrl from "../fonts/noto-sans-700.woff2?url";

const absolute = (url: string) => new URL(url, location.href).href;

export const mapFonts = {
  street: ["Noto Sans SemiBold"],
  place: ["Noto Sans Bold"],
  water: ["Noto Sans Italic"],
};

export const fontFaces: Record<string, string> = {
  "Noto Sans SemiBold": absolute(semiBoldUrl),
  "Noto Sans Bold": absolute(boldUrl),
  "Noto Sans Italic": absolute(italicUrl),
};
