/** What passes between the caller's thread and the one that solves. */
import type { Answer, Progress } from "../answer.ts";
import type { Instance } from "../instance.ts";
import type { Problem } from "../problem.ts";
import type { RunnersUp } from "../runners-up.ts";

/** What a thread can be asked for; functions and signals stay behind. */
export type Ask =
  | {
      readonly kind: "solve";
      readonly instance: Instance;
      readonly problem: Problem;
      readonly timeLimitSeconds?: number | undefined;
      readonly start?: readonly number[] | undefined;
    }
  | {
      readonly kind: "runners-up";
      readonly instance: Instance;
      readonly problem: Problem;
      readonly best: Answer;
      readonly within?: number | undefined;
      readonly atMost: number;
      readonly timeLimitSeconds?: number | undefined;
    }
  | {
      readonly kind: "count-curve";
      readonly instance: Instance;
      readonly problem: Problem;
      readonly counts: readonly number[];
      readonly timeLimitSeconds?: number | undefined;
    };

export interface Told {
  readonly solve: Answer;
  readonly "runners-up": RunnersUp;
  readonly "count-curve": readonly Answer[];
}

/** Told to a new thread. */
export interface ThreadData {
  readonly ask: Ask;
  /** One number in shared memory; anything but 0 = stop and keep the best. */
  readonly stop: Int32Array;
}

export type ThreadMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "answer"; readonly answer: Told[Ask["kind"]] }
  | { readonly kind: "fault"; readonly fault: InputFault };

/** An `InstanceFault` on its way: errors lose their class between threads. */
export interface InputFault {
  readonly code: string;
  readonly message: string;
  readonly site: number | null;
  readonly demand: number | null;
}
