import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '@fontsource/inter/700.css';
import '@rocket.chat/fuselage/dist/fuselage.css';
import '@rocket.chat/icons/dist/rocketchat.css';
import { render } from 'react-dom';
import { App } from './App';
import './page.css';
import './behind.css';

render(<App />, document.getElementById('root'));
