/** The scenario being worked on: its changes with undo, what a drag holds in the air, and its saving behind. */
import type { Scenario } from "@firecover/domain";
import { ApiError } from "../api/http.ts";
import type { Versioned } from "../api/records.ts";
import type { ScenarioContent } from "../api/scenarios.ts";
import { createStore, type Readable } from "../state/store.ts";
import { type ChangeHistory, recorded, redone, startHistory, undone } from "./change-history.ts";
import type { Changes } from "./change-list.ts";

export type SaveState = "saved" | "saving" | "failed" | "conflict";

export interface DeskState {
  readonly id: string;
  readonly name: string;
  readonly history: ChangeHistory;
  /** The list while something is being dragged; null at rest. */
  readonly draft: Changes | null;
  readonly save: SaveState;
  /** The server's sentence where saving failed. */
  readonly saveError: string | null;
}

export interface ScenarioDesk {
  readonly state: Readable<DeskState>;
  /** Whether anything differs from today, the list in the air included. */
  readonly hasChanges: Readable<boolean>;
  /** Shows without recording. */
  preview(changes: Changes): void;
  /** One step of undo. */
  commit(changes: Changes): void;
  /** Lets go of what a drag held. */
  cancel(): void;
  undo(): void;
  redo(): void;
  rename(name: string): void;
  retrySave(): void;
  /** Resolves when nothing is on its way to the server. */
  settled(): Promise<void>;
  etag(): string;
  /** Ends the saving; what was not sent yet is sent. */
  close(): void;
}

export type Save = (id: string, content: ScenarioContent, etag: string) => Promise<Versioned<Scenario>>;

const restMilliseconds = 400;

export function createScenarioDesk(
  opened: Versioned<Scenario>,
  save: Save,
  onSaved: (scenario: Scenario) => void = () => {},
): ScenarioDesk {
  const { id, note } = opened.record;
  let { etag } = opened;
  let savedName = opened.record.name;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let hasMore = false;
  const store = createStore<DeskState>({
    id,
    name: opened.record.name,
    history: startHistory(opened.record.changes),
    draft: null,
    save: "saved",
    saveError: null,
  });
  const set = (part: Partial<DeskState>) => store.set({ ...store.get(), ...part });

  function saveSoon() {
    clearTimeout(timer);
    if (store.get().save === "conflict") return;
    set({ save: "saving", saveError: null });
    timer = setTimeout(send, restMilliseconds);
  }

  /** One request at a time: the next needs the version that this one makes. */
  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    if (sending) {
      hasMore = true;
      return;
    }
    hasMore = false;
    const { name, history } = store.get();
    sending = save(id, { name, note, changes: history.now }, etag)
      .then(
        (saved) => {
          etag = saved.etag;
          savedName = saved.record.name;
          onSaved(saved.record);
          if (!hasMore && timer === undefined) set({ save: "saved" });
        },
        (error: unknown) => {
          hasMore = false;
          // A name that somebody else's scenario bears must not keep the changes from being saved.
          if (error instanceof ApiError && error.status === 409 && name !== savedName) {
            set({ name: savedName, saveError: error.message });
            hasMore = true;
            return;
          }
          const isConflict = error instanceof ApiError && (error.status === 412 || error.status === 404);
          set({
            save: isConflict ? "conflict" : "failed",
            saveError: error instanceof Error ? error.message : null,
          });
        },
      )
      .finally(() => {
        sending = null;
        if (hasMore) send();
      });
  }

  function become(history: ChangeHistory) {
    const isSame = history === store.get().history;
    set({ history, draft: null });
    if (!isSame) saveSoon();
  }

  return {
    state: store,
    hasChanges: {
      get: () => (store.get().draft ?? store.get().history.now).length > 0,
      subscribe: store.subscribe,
    },
    preview: (changes) => set({ draft: changes }),
    commit: (changes) => become(recorded(store.get().history, changes)),
    cancel: () => set({ draft: null }),
    undo: () => become(undone(store.get().history)),
    redo: () => become(redone(store.get().history)),
    rename(name) {
      set({ name });
      saveSoon();
    },
    retrySave: saveSoon,
    async settled() {
      if (timer !== undefined) send();
      while (sending) await sending;
    },
    etag: () => etag,
    close() {
      if (timer !== undefined) send();
    },
  };
}
