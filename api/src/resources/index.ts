export { brand } from './brand.ts'
export { contact } from './contact.ts'
export { customer } from './customer.ts'
export { user } from './user.ts'
