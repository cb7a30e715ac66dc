/** The two dialogs of a scenario: its name, and the question before it is deleted. */
import { type ReactNode, useId, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";

interface FrameProps {
  title: string;
  isAlert?: boolean;
  onClose: () => void;
  children: ReactNode;
}

function DialogFrame({ title, isAlert = false, onClose, children }: FrameProps) {
  return (
    <ModalOverlay
      className="what-if-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="what-if-modal">
        <Dialog className="what-if-dialog" role={isAlert ? "alertdialog" : "dialog"}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function RenameDialog(props: { name: string; onName: (name: string) => void; onClose: () => void }) {
  const { t } = useText();
  const id = useId();
  const [name, setName] = useState(props.name);
  const isGood = name.trim().length > 0 && name.length <= 200;
  return (
    <DialogFrame title={t("whatIf.renameTitle")} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isGood) return;
          props.onName(name.trim().normalize("NFC"));
          props.onClose();
        }}
      >
        <div className="what-if-field">
          <label htmlFor={id}>{t("whatIf.name")}</label>
          <input
            id={id}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus
          />
        </div>
        <div className="what-if-actions">
          <Button type="submit" look="primary" isDisabled={!isGood}>
            {t("whatIf.save")}
          </Button>
          <Button onPress={props.onClose}>{t("whatIf.cancel")}</Button>
        </div>
      </form>
    </DialogFrame>
  );
}

interface DeleteProps {
  name: string;
  changeCount: number;
  onDelete: () => Promise<void>;
  onClose: () => void;
}

export function DeleteDialog({ name, changeCount, onDelete, onClose }: DeleteProps) {
  const { t } = useText();
  const [fault, setFault] = useState<string | null>(null);
  const remove = () =>
    onDelete().then(onClose, (error: unknown) => setFault(error instanceof Error ? error.message : ""));
  return (
    <DialogFrame title={t("whatIf.deleteTitle", { name })} isAlert onClose={onClose}>
      <p>{t("whatIf.deleteWords", { count: changeCount })}</p>
      {fault !== null && (
        <p className="what-if-bad" role="alert">
          {fault}
        </p>
      )}
      <div className="what-if-actions">
        <Button look="primary" onPress={() => void remove()}>
          {t("whatIf.deleteConfirm")}
        </Button>
        <Button onPress={onClose}>{t("whatIf.cancel")}</Button>
      </div>
    </DialogFrame>
  );
}
