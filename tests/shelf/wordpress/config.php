<?php
// WordPress as Debian ships it, with a database and a content folder that live for one run.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'SHELF_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
$table_prefix = 'wp_';

// The first part of the path names the theme; WordPress takes it for the folder it stands in.
$theme = getenv( 'SHELF_THEME' ) ?: explode( '/', $_SERVER['REQUEST_URI'] )[1];
define( 'WP_HOME', 'http://' . ( $_SERVER['HTTP_HOST'] ?? 'localhost' ) . "/$theme" );
define( 'WP_SITEURL', WP_HOME );
$_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'] = "/$theme/index.php";

define( 'WP_CONTENT_DIR', getenv( 'SHELF_CONTENT' ) );
define( 'ABSPATH', '/usr/share/wordpress/' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTH_SALT', 'for one run' );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );

// What `add_filter` writes down once WordPress has loaded it.
$wp_filter = array();
foreach ( array( 'pre_option_template', 'pre_option_stylesheet' ) as $hook ) {
	$wp_filter[ $hook ][10]['shelf'] = array(
		'function'      => fn() => $theme,
		'accepted_args' => 1,
	);
}

require ABSPATH . 'wp-settings.php';
