/** The worker as seen from the page: questions out, answers back by number. */
import { ApiError } from "../api/http.ts";
import type { Answers, FromWorker, LoadProgress, ToWorker } from "./protocol.ts";

type Unnumbered<Message> = Message extends { number: number } ? Omit<Message, "number"> : never;
export type Ask = Unnumbered<ToWorker>;

export interface LiveWorker {
  ask<Message extends Ask>(message: Message): Promise<Answers[Message["kind"]]>;
  close(): void;
}

export function startLiveWorker(onProgress: (progress: LoadProgress) => void): LiveWorker {
  const worker = new Worker(new URL("./what-if.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let count = 0;

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "progress") return onProgress(data.progress);
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.kind === "done") asked?.resolve(data.answer as never);
    else
      asked?.reject(
        data.status === null ? new Error(data.message) : new ApiError(data.status, { detail: data.message }),
      );
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  };

  return {
    ask(message) {
      const asked = Promise.withResolvers<never>();
      const number = count++;
      waiting.set(number, asked);
      worker.postMessage({ ...message, number });
      return asked.promise;
    },
    close: () => worker.terminate(),
  };
}
