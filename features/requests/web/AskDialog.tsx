export function AskDialog(_: { deal?: string; onClose: () => void }) {
  return null;
}
