// Opens the dialog to ask for a reference from anywhere.
import { createContext, useContext } from 'react';

export const AskContext = createContext<(ask: { deal?: string }) => void>(() => undefined);
export const useOpenAsk = () => useContext(AskContext);
