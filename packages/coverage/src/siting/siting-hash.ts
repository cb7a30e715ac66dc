/** The hash of a siting run: the same inputs, question, candidates and prices give the same answer. */
import type { CandidateSite, SitingQuestion, UnitPrices } from "@firecover/domain";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type CoverageInput, compareText } from "../coverage-input.ts";
import { canonicalJson, inputHash } from "../result-stamp.ts";

/** Counts up when equal questions are answered otherwise. */
const sitingVersion = 1;

/** Of a proven answer: what was stopped or ran out of time hangs on the machine too. */
export function sitingHash(
  input: CoverageInput,
  candidates: readonly CandidateSite[],
  question: SitingQuestion,
  unitPrices: UnitPrices,
): string {
  const hash = sha256.create();
  const add = (value: unknown) => hash.update(utf8ToBytes(`${canonicalJson(value)}\n`));
  add({ sitingVersion, input: inputHash({ ...input, parameters: question.parameters }) });
  add(question);
  add(candidates.toSorted((a, b) => compareText(a.id, b.id)));
  add({ station: unitPrices.station.value, engine: unitPrices.engine.value });
  return bytesToHex(hash.digest());
}
