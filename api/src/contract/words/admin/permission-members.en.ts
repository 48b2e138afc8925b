import type { permissionMembersPtBR } from './permission-members.pt-BR.ts'

/** Who is in a group, English. */
export const permissionMembersEn = {
  'permission.members': 'Members of the group',
  'permission.members.none': 'Nobody in this group yet',
  'permission.members.customers': 'A group for customers',
  'permission.members.customers.detail': 'Who is given this group is chosen on the record of each customer, not here.',
  'permission.member.user': 'User',
  'permission.member.end': 'Last day (optional)',
  'permission.member.end.help': 'The group holds until the end of this day. Empty: without end.',
  'permission.member.add': 'Add',
  'permission.member.move': 'Change the end',
  'permission.member.added': 'Added to the group.',
  'permission.member.moved': 'End changed.',
  'permission.member.removed': '{name} has left the group.',
  'permission.member.inactive': 'Inactive',
  'permission.member.since': 'since {since}',
  'permission.member.sinceBy': 'since {since}, by {name}',
  'permission.member.until': 'until {day}',
  'permission.member.over': 'ended on {day}',
  'permission.member.endless': 'without end',
  'permission.member.changeEnd': 'Change the end: {name}',
  'permission.member.remove': 'Take out of the group: {name}',
  'permission.member.remove.title': 'Take {name} out of the group {group}?',
  'permission.member.remove.text':
    'What this group allows no longer holds for the person from their next request on, nor does what it denies.',
  'permission.member.remove.ok': 'Take out',
} as const satisfies Record<keyof typeof permissionMembersPtBR, string>
