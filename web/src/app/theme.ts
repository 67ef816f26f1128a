// The look: warm stone neutrals, one ink-blue accent for the next action, five tones for states.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef1ff',
  '#dfe4fd',
  '#bcc5f8',
  '#96a4f3',
  '#7b8cf0',
  '#6577e6',
  '#5063da',
  '#4052c4',
  '#3545a8',
  '#29378a',
];
const stone: MantineColorsTuple = [
  '#fafaf9',
  '#f4f4f2',
  '#eae9e6',
  '#dcdad6',
  '#c3c0bb',
  '#98948f',
  '#6b6762',
  '#54504b',
  '#3a3632',
  '#211e1b',
];
const dark: MantineColorsTuple = [
  '#e9e7e4',
  '#cbc8c4',
  '#a9a5a0',
  '#817c77',
  '#47433e',
  '#37332f',
  '#2a2724',
  '#201d1b',
  '#191715',
  '#12100f',
];
const family = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', 'SFMono-Regular', Menlo, monospace",
  headings: {
    fontFamily: family,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
      h4: { fontSize: '.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.55', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { ink, gray: stone, dark },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    TextInput: { defaultProps: { size: 'sm' } },
    // The list itself scrolls: a scroll area inside it could be reached neither by keyboard nor by name.
    Select: {
      defaultProps: {
        size: 'sm',
        checkIconPosition: 'right',
        withScrollArea: false,
        // Fixed: a list that opens while a dialog still moves must not widen the page.
        comboboxProps: { floatingStrategy: 'fixed' },
      },
      styles: {
        dropdown: { maxWidth: 'calc(100vw - 16px)', overflow: 'hidden' },
        options: { maxHeight: 260, overflowY: 'auto', overflowX: 'hidden' },
      },
    },
    // "Nobody found" is what a list of choices then consists of: heard as a choice that cannot be taken.
    ComboboxEmpty: { defaultProps: { role: 'option', 'aria-disabled': true, 'aria-selected': false } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

const lightTones = {
  ok: ['#1d6b45', '#e3f4ea'],
  warn: ['#7a4d00', '#fdf0d4'],
  bad: ['#a3231f', '#fde7e5'],
  info: ['#2f46a8', '#e9edff'],
  mute: ['#57534e', '#efeeec'],
};
const darkTones = {
  ok: ['#7fdcab', '#16362a'],
  warn: ['#f3c469', '#3d2f12'],
  bad: ['#ff9c94', '#431d1b'],
  info: ['#a9b7ff', '#242b52'],
  mute: ['#c4bfb9', '#332f2b'],
};
const tones = (set: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(set).flatMap(([tone, [text = '', ground = '']]) => [
      [`--vs-${tone}`, text],
      [`--vs-${tone}-bg`, ground],
    ]),
  );
const surface = (canvas: string, panel: string, line: string, text: string) => ({
  '--vs-canvas': canvas,
  '--vs-panel': panel,
  '--vs-line': line,
  '--vs-text-2': text,
  '--mantine-color-dimmed': text,
});
const refusals = (text: string) => ({ '--mantine-color-error': text, '--mantine-color-red-light-color': text });

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--vs-row': '40px' },
  light: { ...surface('#fbfbfa', '#ffffff', '#e8e6e2', '#5f5b56'), ...tones(lightTones), ...refusals('#a3231f') },
  dark: { ...surface('#191715', '#201d1b', '#35312d', '#b3aea8'), ...tones(darkTones), ...refusals('#ff9c94') },
});
