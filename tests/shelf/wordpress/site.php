<?php
// Answers as a web server does that was set up for WordPress: files, scripts, and index.php for the rest.
define( 'ABSPATH', $_SERVER['DOCUMENT_ROOT'] . '/' );
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$path = is_dir( ABSPATH . $path ) ? rtrim( $path, '/' ) . '/index.php' : $path;
if ( is_file( ABSPATH . $path ) && ! str_ends_with( $path, '.php' ) ) {
	return false;
}
$path = is_file( ABSPATH . $path ) ? $path : '/index.php';
$_SERVER['PHP_SELF']        = $_SERVER['SCRIPT_NAME'] = $path;
$_SERVER['SCRIPT_FILENAME'] = ABSPATH . $path;
chdir( dirname( ABSPATH . $path ) );
require ABSPATH . $path;
