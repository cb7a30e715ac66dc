/** One layer of the map: switch, name, legend inside, one caption with unit, source and date. */
import { ChevronDown, ChevronUp, Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, ToggleButton } from "react-aria-components";
import { classNames } from "./class-names.ts";
import "./layer-card.css";

interface Props {
  name: string;
  isShown: boolean;
  onToggle: () => void;
  /** A sign beside the name, for layers whose legend is one mark. */
  sign?: ReactNode;
  caption?: ReactNode;
  children?: ReactNode;
}

export function LayerCard({ name, isShown, onToggle, sign, caption, children }: Props) {
  const [isOpen, setIsOpen] = useState(children !== undefined);
  const EyeIcon = isShown ? Eye : EyeOff;
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  const hasMore = children !== undefined || caption !== undefined;
  return (
    <li className={classNames("layer-card", !isShown && "layer-card-off")}>
      <div className="layer-card-head">
        <ToggleButton className="layer-card-eye" isSelected={isShown} onChange={onToggle} aria-label={name}>
          <EyeIcon size={18} strokeWidth={1.7} />
        </ToggleButton>
        <Button
          className="layer-card-name"
          isDisabled={!hasMore}
          aria-expanded={hasMore && isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          <span>{name}</span>
          {sign}
          {hasMore && <Chevron size={16} strokeWidth={1.7} aria-hidden />}
        </Button>
      </div>
      {isOpen && isShown && children}
      {isOpen && caption && <p className="caption layer-card-caption">{caption}</p>}
    </li>
  );
}
