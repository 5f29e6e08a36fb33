export { SecurityNotice } from './SecurityNotice';
