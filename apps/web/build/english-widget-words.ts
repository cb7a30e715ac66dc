/**
 * Leaves out react-aria's words in languages that firecover does not speak: it has none in Vietnamese and
 * falls back to English, the other thirty are dead weight in every first load.
 */
import type { Plugin } from "vite";

const otherLanguage =
  /[\\/]react-(?:aria|stately)(?:-components)?[\\/].*[\\/]intl[\\/].*[\\/]?(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

export function englishWidgetWords(): Plugin {
  return {
    name: "english-widget-words",
    enforce: "pre",
    load: (id) => (otherLanguage.test(id) ? "export default {};" : null),
  };
}
