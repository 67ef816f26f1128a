// Setting up a second factor, its recovery codes, and doing without it again.
import { Button, Code, CopyButton, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { create } from 'qrcode';
import { useMemo, useState } from 'react';
import { ProblemAlert, Section } from '@ui';
import { reasonOf, useDeed, type Security } from './security';
import { useWords } from './securityWords';

/// Drawn as one shape, so that no picture has to be loaded from anywhere.
function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = useMemo(() => create(text, { errorCorrectionLevel: 'M' }), [text]);
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  const path = Array.from(modules.data, (dark, i) =>
    dark ? `M${(i % modules.size) + quiet} ${Math.floor(i / modules.size) + quiet}h1v1h-1z` : '',
  ).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} width={220} height={220}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/// Asks for the password, and where a factor is on for a code too.
function Ask({
  title,
  label,
  withCode,
  deed,
  onSend,
  onClose,
}: {
  title: string;
  label: string;
  withCode: boolean;
  deed: { error: unknown; isPending: boolean };
  onSend: (proof: { password: string; code?: string }) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const shown = reasonOf(deed.error, 'password') || reasonOf(deed.error, 'code');
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend(withCode ? { password, code } : { password });
        }}
      >
        <Stack gap="md">
          {!shown && <ProblemAlert error={deed.error} />}
          <PasswordInput
            data-autofocus
            label={t('yourPassword')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            value={password}
            error={reasonOf(deed.error, 'password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {withCode && (
            <TextInput
              label={t('codeOrRecovery')}
              autoComplete="one-time-code"
              value={code}
              error={reasonOf(deed.error, 'code')}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={deed.isPending}>
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ConfirmProps {
  offer: { secret: string; uri: string };
  onClose: () => void;
  onKept?: () => void;
}

function Confirm({ offer, onClose, onKept }: ConfirmProps) {
  const t = useWords();
  const confirm = useDeed<{ recovery_codes: string[] }>('second_factor/confirm');
  const [code, setCode] = useState('');
  const codes = confirm.data?.recovery_codes;
  const put = () => {
    onClose();
    onKept?.();
  };
  if (codes) return <Recovery codes={codes} onClose={put} />;
  return (
    <Modal opened onClose={onClose} title={t('factor')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate({ code });
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('scan')}</Text>
          <QrCode text={offer.uri} label={t('qr')} />
          <Text size="sm">
            {t('secret')}: <Code>{offer.secret.match(/.{1,4}/g)?.join(' ')}</Code>
          </Text>
          <TextInput
            data-autofocus
            label={t('code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            error={reasonOf(confirm.error, 'code')}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button type="submit" loading={confirm.isPending}>
              {t('confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Recovery({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useWords();
  return (
    <Modal opened onClose={onClose} title={t('recoveryTitle')} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text size="sm">{t('recovery')}</Text>
        <Code block>{codes.join('\n')}</Code>
        <Group justify="end" gap="xs">
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/// `onKept`: the recovery codes were shown and put away.
export function SecondFactor({ security, onKept }: { security: Security; onKept?: () => void }) {
  const t = useWords();
  const on = security.second_factor;
  const begin = useDeed<{ secret: string; uri: string }>('second_factor/begin');
  const end = useDeed('second_factor/end');
  const [asking, setAsking] = useState(false);
  const [offer, setOffer] = useState<{ secret: string; uri: string } | null>(null);
  const close = () => {
    setAsking(false);
    begin.reset();
    end.reset();
  };
  const send = async (proof: { password: string; code?: string }) => {
    if (on) return end.mutate(proof, { onSuccess: close });
    const made = await begin.mutateAsync(proof).catch(() => undefined);
    if (!made) return;
    setOffer(made);
    close();
  };
  return (
    <Section title={t('factor')}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" maw={440}>
          {on ? t('factorOn', { count: security.recovery_codes_left }) : t('factorOff')}
        </Text>
        <Button variant={on ? 'default' : 'filled'} onClick={() => setAsking(true)}>
          {on ? t('takeOff') : t('setUp')}
        </Button>
      </Group>
      {asking && (
        <Ask
          title={t('factor')}
          label={on ? t('takeOff') : t('begin')}
          withCode={on}
          deed={on ? end : begin}
          onSend={(proof) => void send(proof)}
          onClose={close}
        />
      )}
      {offer && <Confirm offer={offer} onClose={() => setOffer(null)} onKept={onKept} />}
    </Section>
  );
}
