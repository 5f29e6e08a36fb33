export { SecurityMark } from './SecurityMark';
export { SecurityNotice } from './SecurityNotice';
