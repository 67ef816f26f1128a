// What the server says this person may do now: the first ones as buttons, the rest in a menu.
import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Action, Item } from '@api';
import { useLabel, words } from '@lib';
import { ActionDialog, isDanger } from './ActionForm';
import type { FormValues, Help } from './SchemaFields';

const useActionWords = words({ more: 'More actions' }, { more: 'Weitere Aktionen' });

/// Why an action is not possible now, as one text.
export const whyNot = (action: Action): string => action.why_not ?? '';

interface Props {
  collection: string;
  item: Item;
  /// Names of the actions to show as buttons, the first one filled.
  primary?: string[];
  /// Names that have an own control on the screen.
  except?: string[];
  help?: Record<string, Help>;
  initial?: Record<string, FormValues>;
  /// Takes over an action that needs an own screen; true if it did.
  onAction?: (action: Action) => boolean;
}

/// Buttons and a menu made from `item.actions`.
export function Actions({ collection, item, primary = [], except = [], help = {}, initial = {}, onAction }: Props) {
  const t = useActionWords();
  const label = useLabel();
  const [open, setOpen] = useState<Action | null>(null);
  const actions = (item.actions ?? []).filter((action) => !except.includes(action.name));
  const buttons = primary.flatMap((name) => actions.find((action) => action.name === name && action.enabled) ?? []);
  const rest = actions.filter((action) => !buttons.includes(action));
  const start = (action: Action) => {
    if (!onAction?.(action)) setOpen(action);
  };
  return (
    <>
      {buttons.map((action, i) => (
        <Button key={action.name} variant={i === 0 ? 'filled' : 'default'} onClick={() => start(action)}>
          {label(`do:${action.name}`, action.label)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Tooltip label={t('more')}>
              <ActionIcon size={28} aria-label={t('more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((action) => (
              <Menu.Item
                key={action.name}
                disabled={!action.enabled}
                color={isDanger(action.name) ? 'red' : undefined}
                onClick={() => start(action)}
              >
                {label(`do:${action.name}`, action.label)}
                {!action.enabled && (
                  <Text size="xs" c="dimmed">
                    {whyNot(action)}
                  </Text>
                )}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open && (
        <ActionDialog
          collection={collection}
          id={item.id}
          version={item.version}
          action={open}
          help={help[open.name]}
          initial={initial[open.name]}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
