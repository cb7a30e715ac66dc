/** The presets, default first. */
import type { Standard } from "../standard.ts";
import { china152 } from "./china-152.ts";
import { isoFsrs } from "./iso-fsrs.ts";
import { nfpa1710 } from "./nfpa-1710.ts";
import { qcvn } from "./qcvn.ts";

export const standardPresets: readonly Standard[] = [qcvn, nfpa1710, china152, isoFsrs];
export const defaultStandard: Standard = qcvn;
