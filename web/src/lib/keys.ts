// Single keys for people who work with the keyboard; they can be switched off (WCAG 2.1.4).
import { useEffect, useRef, useSyncExternalStore } from 'react';

const KEPT = 'vouchsafe.keys';
const followers = new Set<() => void>();
const follow = (follower: () => void) => {
  followers.add(follower);
  return () => followers.delete(follower);
};
const on = () => localStorage.getItem(KEPT) !== 'off';

/// Whether single keys act, and the switch.
export function useKeysSwitch(): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(follow, on);
  return [
    value,
    (next) => {
      localStorage.setItem(KEPT, next ? 'on' : 'off');
      for (const follower of followers) follower();
    },
  ];
}

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const OVERLAY = '[aria-modal=true], [role=menu], [role=listbox]';

/// True while the keys belong to something else: a text being typed, an open dialog or menu.
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return !!target?.closest(TYPING) || !!document.querySelector(OVERLAY);
}

/// Acts on single keys as long as the component is shown: `useKeys({ j: next, k: previous })`.
export function useKeys(keys: Record<string, (() => void) | undefined>) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !on() || isBusy(event)) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
