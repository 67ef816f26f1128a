// The main menu: what a role cannot use is absent, not greyed.
import {
  IconBriefcase,
  IconEye,
  IconEyeOff,
  IconFileImport,
  IconHistory,
  IconInbox,
  IconListCheck,
  IconMail,
  IconSettings,
  IconShieldCheck,
  IconUserQuestion,
  IconUserShield,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';

export interface NavItem {
  key: NavKey;
  to: string;
  icon: TablerIcon;
  roles?: string[];
}
type NavKey =
  | 'inbox'
  | 'requests'
  | 'advocates'
  | 'accounts'
  | 'authorizations'
  | 'takedowns'
  | 'wishes'
  | 'privacy'
  | 'findings'
  | 'mails'
  | 'imports'
  | 'audit'
  | 'settings';
export interface NavGroup {
  head: 'work' | 'program' | 'setUp';
  items: NavItem[];
}

const PROGRAM = [
  'program_owner',
  'advocacy_manager',
  'account_owner',
  'intake_coordinator',
  'administrator',
  'auditor',
];
const IMPORTERS = ['program_owner', 'advocacy_manager', 'marketing_operations', 'administrator', 'auditor'];
const POSTMASTERS = [
  'program_owner',
  'account_owner',
  'advocacy_manager',
  'legal_reviewer',
  'auditor',
  'marketing_operations',
  'brand_manager',
  'administrator',
];
const KEEPERS = ['program_owner', 'privacy_reviewer', 'advocacy_manager', 'administrator', 'auditor'];
const PRIVACY = ['privacy_reviewer', 'legal_reviewer', 'program_owner', 'auditor', 'administrator'];
const REVIEW = ['legal_reviewer', 'privacy_reviewer', 'channel_owner', 'decision_maker', 'sponsor', 'brand_manager'];
const STAFF = [...PROGRAM, ...REVIEW, 'content_owner', 'writer', 'interviewer', 'marketing_operations', 'executive'];

const groups: NavGroup[] = [
  {
    head: 'work',
    items: [
      { key: 'inbox', to: '/', icon: IconInbox },
      { key: 'requests', to: '/requests', icon: IconListCheck },
      { key: 'advocates', to: '/advocates', icon: IconUsers, roles: STAFF },
      { key: 'accounts', to: '/accounts', icon: IconBriefcase, roles: [...STAFF, 'requester'] },
      { key: 'authorizations', to: '/authorizations', icon: IconShieldCheck, roles: STAFF },
    ],
  },
  {
    head: 'program',
    items: [
      { key: 'findings', to: '/findings', icon: IconEye, roles: STAFF },
      { key: 'takedowns', to: '/takedowns', icon: IconEyeOff, roles: STAFF },
      { key: 'wishes', to: '/wishes', icon: IconUserQuestion, roles: KEEPERS },
      { key: 'privacy', to: '/privacy', icon: IconUserShield, roles: PRIVACY },
      { key: 'mails', to: '/mails', icon: IconMail, roles: POSTMASTERS },
      {
        key: 'audit',
        to: '/audit',
        icon: IconHistory,
        roles: ['auditor', 'program_owner', 'administrator', 'sponsor'],
      },
    ],
  },
  {
    head: 'setUp',
    items: [
      { key: 'imports', to: '/imports', icon: IconFileImport, roles: IMPORTERS },
      { key: 'settings', to: '/settings', icon: IconSettings, roles: ['program_owner', 'administrator', 'auditor'] },
    ],
  },
];

/// The menu of somebody with these roles.
export function navFor(roles: Set<string>): NavGroup[] {
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => !item.roles || item.roles.some((r) => roles.has(r))),
    }))
    .filter((group) => group.items.length > 0);
}

/// True if the item's screen or one below it is shown.
export const isOn = (item: NavItem, path: string) => (item.to === '/' ? path === '/' : path.startsWith(item.to));
