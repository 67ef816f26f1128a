// How people of the program sign in: who works only with a second factor.
import { ROLES, useLabel } from '@lib';
import { Checkbox, SimpleGrid } from '@mantine/core';
import { listOf, type EditorProps } from './editing';

export function SignInEditor({ values, change, disabled, t }: EditorProps) {
  const label = useLabel();
  return (
    <Checkbox.Group
      label={t('factorRoles')}
      description={t('factorRolesHelp')}
      value={listOf<string>(values.second_factor_roles)}
      onChange={(second_factor_roles) => change({ second_factor_roles })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" mt="sm">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={label(role)} disabled={disabled} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
