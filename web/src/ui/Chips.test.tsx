// MISSION: REQ-08
import { render, screen } from '@testing-library/react';
import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { Sla } from './Chips';

const shown = (state: string, minutes: number) => {
  const hours = minutes < 0 ? -Math.ceil(-minutes / 60) : Math.floor(minutes / 60);
  render(
    <MantineProvider>
      <Sla sla={{ state, hours_left: hours, minutes_left: minutes } as never} />
    </MantineProvider>,
  );
};

describe('the time left of a step', () => {
  it.each([
    ['breached', 0, 'Just over'],
    ['breached', -5, '5 min over'],
    ['breached', -61, '2 h over'],
    ['breached', -80 * 60, '3 d over'],
    ['soon', 0, 'Due now'],
    ['soon', 40, '40 min left'],
    ['ok', 610, '10 h left'],
  ])('%s with %i minutes reads "%3$s"', (state, minutes, words) => {
    shown(state, minutes);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});
