// Before what matters most the server asks again who one is. Whoever shows it goes on where they were: the call that
// was refused is sent once more.
import { useEffect, useState } from 'react';

type Answer = (shown: boolean) => void;
let ask: ((answer: Answer) => void) | undefined;

/// Asks the person; false when nobody is there to ask, or they would rather not.
export const shownAgain = () => new Promise<boolean>((resolve) => (ask ? ask(resolve) : resolve(false)));

/// What to answer when the person is to be asked now; undefined otherwise. For one component that is always there.
export function useAskedAgain(): Answer | undefined {
  const [waiting, setWaiting] = useState<Answer[]>([]);
  useEffect(() => {
    ask = (answer) => setWaiting((all) => [...all, answer]);
    return () => {
      ask = undefined;
    };
  }, []);
  if (!waiting.length) return undefined;
  return (shown) => {
    setWaiting([]);
    for (const answer of waiting) answer(shown);
  };
}
