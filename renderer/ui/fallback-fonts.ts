import './fallback-fonts.css';
