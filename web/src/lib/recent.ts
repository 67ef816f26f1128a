// What this person opened last, kept for this visit only, for the command palette.
const KEPT = 'vouchsafe.recent';
const MANY = 8;

export interface Recent {
  to: string;
  label: string;
  kind: string;
}

export function recents(workspace: string): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(`${KEPT}.${workspace}`) ?? '[]') as Recent[];
  } catch {
    return [];
  }
}

/// Puts a record first among the recent ones.
export function remember(workspace: string, record: Recent) {
  const others = recents(workspace).filter((other) => other.to !== record.to);
  sessionStorage.setItem(`${KEPT}.${workspace}`, JSON.stringify([record, ...others].slice(0, MANY)));
}
