/** One record beside the table: read, changed, added or deleted. */
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { ApiError } from "../api/http.ts";
import { useProject } from "../api/project.ts";
import { getRecord } from "../api/records.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/states.tsx";
import type { Values } from "./draft.ts";
import { newRecord } from "./new-record.ts";
import type { PickedPlace } from "./picked-place.ts";
import { RecordForm } from "./record-form.tsx";
import type { Register, RowContext } from "./register.ts";
import type { Notice } from "./use-record-writes.ts";
import "./record-panel.css";

interface Props<Row> {
  register: Register<Row>;
  /** `new` = a record to be added. */
  id: string;
  context: RowContext;
  /** Where the map was clicked for the open form. */
  picked: PickedPlace | null;
  /** Absent where no map is shown. */
  onStartPicking?: () => void;
  onClose: () => void;
  onNotice: (notice: Notice) => void;
  onDelete: (targets: readonly { id: string; etag?: string }[]) => Promise<unknown>;
}

export function RecordPanel<Row>(props: Props<Row>) {
  const { register, id, context, onClose } = props;
  const { text } = context;
  const { t } = text;
  const isNew = id === "new";
  const { data: project } = useProject();
  const stored = useQuery({
    queryKey: ["record", register.name, id],
    queryFn: ({ signal }) => getRecord(register.path, register.schema, id, signal),
    enabled: !isNew,
    retry: false,
    gcTime: 0,
    // A form being filled in is not changed under the reader's hands; a newer version shows at saving.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = isNew
    ? t(`registers.add.${register.name as "premises" | "water-sources" | "fire-stations"}`)
    : stored.data
      ? register.nameOf(stored.data.record, text)
      : id;
  const isGone = stored.error instanceof ApiError && stored.error.status === 404;

  return (
    <section
      className="record-panel"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header className="record-head">
        <h2>{title}</h2>
        <IconButton label={t("registers.record.close")} onPress={onClose}>
          <X size={18} strokeWidth={1.7} />
        </IconButton>
      </header>
      {isGone ? (
        <EmptyState sentence={t("registers.record.gone")} />
      ) : stored.error ? (
        <ErrorState
          what={t("registers.record.failed")}
          error={stored.error}
          onRetry={() => void stored.refetch()}
        />
      ) : isNew && project ? (
        <RecordForm
          {...props}
          start={newRecord(register.name, context.today, project.isSynthetic, t("registers.record.byHand"))}
          etag={null}
        />
      ) : stored.data ? (
        <RecordForm
          key={stored.data.etag}
          {...props}
          start={stored.data.record as Values}
          etag={stored.data.etag}
          onReload={() => void stored.refetch()}
        />
      ) : (
        <Skeleton lines={8} height={34} />
      )}
    </section>
  );
}
