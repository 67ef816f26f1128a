// Every key, and the switch for people whom single keys disturb.
import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useKeysSwitch } from '@lib';
import { useInboxWords } from './inbox';

const KEYS = [
  ['J K', 'k_jk'],
  ['X', 'k_x'],
  ['O', 'k_o'],
  ['M', 'k_m'],
  ['A', 'k_a'],
  ['D', 'k_d'],
  ['H', 'k_h'],
  ['Z', 'k_z'],
  ['C', 'k_c'],
  ['G I R A U C T S', 'k_g'],
  ['Ctrl+K', 'k_k'],
] as const;

export function KeysOverlay({ onClose }: { onClose: () => void }) {
  const t = useInboxWords();
  const [on, setOn] = useKeysSwitch();
  return (
    <Modal opened onClose={onClose} title={t('keysTitle')}>
      <Table>
        <Table.Tbody>
          {KEYS.map(([keys, what]) => (
            <Table.Tr key={what}>
              <Table.Td>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} size="xs" mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(what)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch mt={14} label={t('keysOn')} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
    </Modal>
  );
}
