/** Holds the screen back until the server is ready, saying how far its start has come. */
import type { ReactNode } from "react";
import { useServerState } from "../api/health.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Skeleton, Spinner } from "../ui/states.tsx";
import { phaseName } from "./phase-names.ts";
import "./server-gate.css";

export function ServerGate({ children }: { children: ReactNode }) {
  const { t, label, format } = useText();
  const { data: server, refetch } = useServerState();
  if (server?.state === "ready") return children;
  if (!server) return <Skeleton lines={4} />;
  if (server.state === "silent" || server.state === "failed")
    return (
      <div className="server-gate" role="alert">
        <h1>{t(server.state === "failed" ? "state.startFailed" : "state.offline")}</h1>
        {server.error && <p>{server.error}</p>}
        <Button onPress={() => void refetch()}>{t("state.retry")}</Button>
      </div>
    );
  const { progress } = server;
  return (
    <div className="server-gate" role="status">
      <h1>
        <Spinner label={t("state.starting")} />
      </h1>
      {progress && (
        <>
          <progress
            value={progress.total ? progress.done / progress.total : undefined}
            aria-label={t("state.starting")}
          />
          <p className="caption">
            {t("state.startingPhase", {
              phase: label(phaseName(progress.phase)),
              done: format.count(progress.done),
              total: format.count(progress.total ?? 0),
              hasTotal: progress.total === null ? "no" : "yes",
            })}
          </p>
        </>
      )}
    </div>
  );
}
