/** Collects what an import has to say: errors before warnings, at most 10,000, the rest counted. */
import type { ImportIssue, ImportIssueCode, Label } from "@firecover/domain";

const maxIssues = 10_000;

interface IssueParts {
  code: ImportIssueCode;
  severity: "error" | "warning";
  reason: Label;
  row?: number | null;
  recordId?: string | null;
  field?: string | null;
  value?: string | null;
  suggestion?: Label | null;
  fix?: string | null;
}

export interface IssueList {
  add(parts: IssueParts): void;
  readonly errorCount: number;
  /** Further errors are counted, not kept: no need to look for advice. */
  readonly isFull: boolean;
  readonly count: number;
  /** Errors in the order found, then warnings in the order found. */
  list(): { issues: ImportIssue[]; issuesLeftOut: number };
}

export function createIssueList(): IssueList {
  const errors: ImportIssue[] = [];
  const warnings: ImportIssue[] = [];
  let errorCount = 0;
  let count = 0;
  return {
    get errorCount() {
      return errorCount;
    },
    get isFull() {
      return errors.length >= maxIssues;
    },
    get count() {
      return count;
    },
    add(parts) {
      count++;
      if (parts.severity === "error") errorCount++;
      const kept = parts.severity === "error" ? errors : warnings;
      if (kept.length < maxIssues) kept.push(toIssue(parts));
    },
    list() {
      const issues = [...errors, ...warnings].slice(0, maxIssues);
      return { issues, issuesLeftOut: count - issues.length };
    },
  };
}

export const text = (vi: string, en: string): Label => ({ vi, en });

function toIssue(parts: IssueParts): ImportIssue {
  return {
    code: parts.code,
    severity: parts.severity,
    row: parts.row ?? null,
    recordId: parts.recordId ?? null,
    field: parts.field ?? null,
    value: parts.value == null ? null : shortened(parts.value),
    reason: parts.reason,
    suggestion: parts.suggestion ?? null,
    fix: parts.fix ?? null,
  };
}

/** A cell of a broken file may be megabytes long. */
export function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 117)}…` : value;
}
