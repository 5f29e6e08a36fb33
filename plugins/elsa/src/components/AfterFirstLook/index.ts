export { AfterFirstLook } from './AfterFirstLook';
