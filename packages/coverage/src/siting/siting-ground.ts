/** The places and roads that a question is asked on: taken from a prepared run where there is one, else worked out. */
import { FirecoverError, type SitingQuestion } from "@firecover/domain";
import { findApproaches } from "../approach.ts";
import type { PlacedPoints, PreparedCoverage } from "../compute-coverage.ts";
import { type CoverageInput, inCanonicalOrder } from "../coverage-input.ts";
import { cellPoints, type DemandPoints, premisesPoints } from "../demand-points.ts";
import { createEdgeGrid } from "../edge-grid.ts";
import { canonicalJson } from "../result-stamp.ts";
import { prepareRoads } from "../run-state.ts";

/** What siting needs of a prepared run; a whole `PreparedCoverage` fits. */
export type SitingGround = Pick<PreparedCoverage, "input" | "grid" | "roads" | "premises" | "cells">;

/** `known` is of the same roads, places and stations; other parameters cost new graphs only. */
export function sitingGround(
  given: CoverageInput,
  question: SitingQuestion,
  known: SitingGround | null = null,
): SitingGround {
  const { parameters } = question;
  checkInput(given, question);
  if (known) {
    const input = { ...known.input, parameters };
    if (canonicalJson(known.input.parameters) === canonicalJson(parameters)) return known;
    return { ...known, input, roads: prepareRoads(input.network, input.standard, parameters) };
  }
  const input = inCanonicalOrder({ ...given, parameters });
  const grid = createEdgeGrid(input.network);
  const place = (points: DemandPoints): PlacedPoints => ({
    points,
    approaches: findApproaches(grid, points.lon, points.lat),
  });
  // Of the other kind only a trial of weights knows: placed when it is asked for.
  let premises: PlacedPoints | null = null;
  let cells: PlacedPoints | null = null;
  return {
    input,
    grid,
    roads: prepareRoads(input.network, input.standard, parameters),
    get premises() {
      premises ??= place(premisesPoints(input));
      return premises;
    },
    get cells() {
      cells ??= place(cellPoints(input));
      return cells;
    },
  };
}

function checkInput({ network, standard }: CoverageInput, { parameters }: SitingQuestion): void {
  if (network.edgeCount === 0)
    throw new FirecoverError("invalid-input", "Chưa có đường nào trong dữ liệu, không tính được thời gian.");
  if (parameters.standardId !== standard.id)
    throw new FirecoverError(
      "invalid-input",
      `Câu hỏi theo tiêu chuẩn ${parameters.standardId}, dữ liệu theo ${standard.id}.`,
    );
}
