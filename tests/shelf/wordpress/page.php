<?php
// Hands a request to WordPress, as its own index.php does.
define( 'WP_USE_THEMES', true );
require __DIR__ . '/config.php';
wp();
require ABSPATH . WPINC . '/template-loader.php';
